import voting from 
